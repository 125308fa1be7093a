"""Whatever a file says, octavo reads it or tells what is wrong with it (`make fuzz`)."""
