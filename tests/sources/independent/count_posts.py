"""Counts of lists of posts and of dates of relations that volunteers keep. How each is counted stands above it."""
import re

from meant import counter, named
from reading import rows

NO_SENDERS = {"Sovereign Military Order of Malta", "Quebec", "Saxony", "European Parliament", "Government of Sweden", "Government of New Mexico", "Central Tibetan Administration", "Indigenous Australians"}
LONG_CLOSED = {"Q19852563", "Q15914320"}  # consulates of the treaty port Swatow
NO_HOSTS = {"Sovereign Military Order of Malta", "African Union", "European Union", "United Nations", "UNESCO", "World Trade Organization"}


def posts():
    """(sender, receiver, does it stand there) of each post by the names of the list, a ministry under its state's."""
    ministries = {"Ministry of Foreign Affairs": "Taiwan", "Ministry of Foreign Affairs and Cooperation of the Republic of Rwanda": "Rwanda",
                  "Ministry of Foreign Affairs of the People's Republic of China": "People's Republic of China", "Ministry of Foreign Affairs of the Russian Federation": "Russia"}
    one = lambda name: {"Denmark": "Kingdom of Denmark", "Vatican City": "Vatican", "Holy See": "Vatican", "State of Palestine": "Palestine", "Republic of Abkhazia": "Abkhazia"}.get(name.strip(), name.strip())
    for r in rows("database-of-embassies/database_of_embassies.csv", delimiter=";"):
        sender, host = one(ministries.get(r["operator"], r["operator"])), one(r["country"])
        if sender in NO_SENDERS or r["QID"].rsplit("/", 1)[-1] in LONG_CLOSED:
            continue
        if not re.search(r"^(embassy|high commission|apostolic nunciature|(british|australian) high commission|embassy of )", r["type"].lower()):
            yield sender, host, True
        elif r["type"] != "embassy" or any(r[c].strip() for c in ("city", "latitude", "address", "website", "phone", "email")):
            district = {one(j) for j in r["jurisdictions"].split("|") if j.strip()}
            if not district or host in district:
                yield sender, host, True
            for other in district - {host, sender} - NO_HOSTS:
                yield sender, other, False


@counter("a post where it stands, but an embassy that is accredited to others only, and an embassy in each further country of its district; an embassy of which nothing but the name is told is none, nor are two consulates of the treaty ports")
def database_of_embassies(n):
    for sender, receiver, _ in posts():
        n.say(named(sender), named(receiver))
