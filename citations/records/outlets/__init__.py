"""What stands after a title: where a text came out (the container), and who published it."""
