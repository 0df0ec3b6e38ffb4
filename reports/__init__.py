"""What is printed as PDF: the brief, and the documents beside it. ReportLab only here."""
