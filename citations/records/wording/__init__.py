"""What the words and signs of references say by themselves: vocabularies, sentences, quotation marks, cities, hosts."""
