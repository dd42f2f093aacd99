"""Who did what to whom, when and where: frames of `nlp/knowledge/frames` filled by grammar."""
