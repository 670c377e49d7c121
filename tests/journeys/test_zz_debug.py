def test_debug(people, portal, routed, mails):
    from tests.journeys import pages
    r = pages.file_report(people.somebody(), house=6)
    routed(r)
    print([(m.to, m.subject) for m in mails()])
    p = people("boa@lindestad.example.nl")
    pages.open_referral(p, routed(r)); 
    pages.press(p, "Aannemen")
    print([(m.to, m.subject) for m in mails()])
    print(portal.query("select template, user_id, sent_at, attempts, dedupe_key from notices_notice"))
    print(portal.query("select id, mode,state, released_at, delivered_at from partners_referral"))
    import glob
    for f in glob.glob(str(portal.state.folder/"mail"/"*")): print(f, open(f).read())
    print(pages.visit(p, "/demo/mails/"), portal.last_words("web"))
    print(portal.last_words("worker", 60))
    assert 0
