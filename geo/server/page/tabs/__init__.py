"""The tabs under the map: claims, events, disagreements, coverage."""
