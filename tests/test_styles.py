"""Of Material's style stays what the pages can use, as it was; the theme's own stays whole."""

from egov_timeline.site import styles

FRAME = styles.Frame({"md-header", "md-grid"}, {"body", "a", "p", "li"})

RULES = [
    ("a{color:red}", "a{color:red}"),
    (".md-header{top:0}", ".md-header{top:0}"),
    (".md-nav{top:0}", ""),
    (".md-nav,.md-header{top:0}", ".md-header{top:0}"),
    (".md-header .md-nav{top:0}", ""),
    # What a selector shuts out need not be there, nor what it says of attributes and states.
    (".md-header:not(.md-nav){top:0}", ".md-header:not(.md-nav){top:0}"),
    ('a[title=".md-nav"]::before{top:0}', 'a[title=".md-nav"]::before{top:0}'),
    ("li:is(.md-nav,.md-header):hover{top:0}", "li:is(.md-nav,.md-header):hover{top:0}"),
    # Made while a reader searches.
    (".md-search-result mark{top:0}", ""),
    (".md-search-result p{top:0}", ".md-search-result p{top:0}"),
    ("table{top:0}", ""),
    ("body>p+li{top:0}", "body>p+li{top:0}"),
    ("[dir=rtl] .md-header{top:0}", ""),
    ("@media print{.md-nav{top:0}}", ""),
    ("@media print{.md-grid{top:0}}", "@media print{\n.md-grid{top:0}\n}"),
]


def test_rules_that_cannot_apply_are_left_out():
    for rule, kept in RULES:
        assert styles._used(rule, FRAME).strip() == kept


def test_custom_properties_that_none_reads_are_left_out():
    material = ':root{--a:url("data:x;{");--b:1;--c:2}p{top:var(--b)}'
    assert styles._without_unread(material, "p{left:var( --c)}") == (
        ":root{--b:1;--c:2}\np{top:var(--b)}\n"
    )
