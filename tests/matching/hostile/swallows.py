"""Catches whatever is thrown at it, the end of its time included."""


def matcher(corpus):
    def match(page):
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue

    return match
