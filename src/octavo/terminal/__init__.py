"""What the command line shows while octavo works, when it is done, and when it breaks."""
