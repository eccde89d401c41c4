"""What a learner sees of a candidate: names of features, each there or not."""
