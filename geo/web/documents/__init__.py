"""The JSON documents a browser keeps and draws from: map data, timeline, dossiers."""
