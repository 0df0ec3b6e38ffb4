"""What is printed: the brief as PDF. ReportLab only here."""
