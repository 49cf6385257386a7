"""Ottawa Atlas: who is bound by the 1997 Mine Ban Convention, on any day, along which borders."""
