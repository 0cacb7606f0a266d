"""The benchmark: the register at two sizes, on both engines, beside a bare application over the same rows."""
