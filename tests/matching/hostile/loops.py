"""Never comes to an end."""


def matcher(corpus):
    def match(page):
        while True:
            pass

    return match
