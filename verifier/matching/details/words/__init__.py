"""Words that the source has otherwise: contraries, kinds, order, cause and doubt."""
