"""Takes all the memory it can get."""


def matcher(corpus):
    def match(page):
        held = []
        while True:
            held.append(bytearray(1 << 30))

    return match
