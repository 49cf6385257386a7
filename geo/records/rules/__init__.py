"""What the tables must say together: rules that span rows and files, one module a subject."""
