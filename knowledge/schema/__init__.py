"""The shapes of the YAML files in this room, as typed frozen values: a file here for each kind of file there."""
