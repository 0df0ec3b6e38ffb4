"""What is kept: workspaces (one SQLite file each), their list page, and the exchange format.

SQL and file formats live only here, and rows never leave: callers get values of `assessments`. Import the modules by
name. `errors`, `file_check` and `partner_list` need the standard library only, so that the first list is on the screen
before SQLModel is loaded.
"""
