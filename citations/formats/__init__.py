"""The file formats that an article can have: one module a member."""
