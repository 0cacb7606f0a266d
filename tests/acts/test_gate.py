"""Between the web and the door."""


def test_whoever_did_an_act_is_told_once_that_it_is_kept(house, visit):
    address = f"/disputes/{house.registered().reference}/"
    moussa = visit("moussa")
    assert moussa.post(f"{address}attempts/new/", {"channel": "family"}).status_code == 302
    assert "C’est enregistré\u00a0: Moussa a ajouté une démarche" in moussa.get(address).text
    assert "C’est enregistré" not in moussa.get(address).text


def test_whoever_was_refused_is_not_told_that_it_is_kept(house, visit):
    address = f"/disputes/{house.registered().reference}/attempts/new/"
    assert "C’est enregistré" not in visit("moussa").post(address, {"channel": "no such"}).text
