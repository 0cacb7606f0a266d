"""The tree over all entries (RFC 6962): add leaves one by one, keep only its peaks, know its root."""

from hashlib import sha256

Peaks = list[tuple[int, bytes]]


def leaf(data: bytes) -> bytes:
    """The hash of one leaf."""
    return sha256(b"\0" + data).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\1" + left + right).digest()


def push(peaks: Peaks, new: bytes) -> None:
    """Add one leaf hash to the peaks (height, hash) of a growing tree."""
    peaks.append((0, new))
    while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
        (height, right), (_, left) = peaks.pop(), peaks.pop()
        peaks.append((height + 1, node(left, right)))


def root(peaks: Peaks) -> bytes:
    """The Merkle tree hash of everything pushed so far."""
    if not peaks:
        return sha256(b"").digest()
    result = peaks[-1][1]
    for _, left in reversed(peaks[:-1]):
        result = node(left, result)
    return result
