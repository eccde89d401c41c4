"""What has one right answer in a document: its day, years, ranges of days, names said before."""
