package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RssFeedTest {
    private static final String ATOM = "xmlns='http://www.w3.org/2005/Atom'";

    @Test
    void elementsAreKnownByTheirNamespace() {
        String feed = "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns:d='http://purl.org/dc/elements/1.1/'>"
                + "<a:title>Laggan Post</a:title><a:entry><a:title>Ferry sails</a:title>"
                + "<a:link href='https://laggan.example/1'/><d:creator>Ada Berg</d:creator>"
                + "<a:updated>2026-03-06T06:00:00Z</a:updated><a:content>Calm sea.</a:content></a:entry></a:feed>";

        assertItems(feed)
                .containsExactly(tuple(
                        "https://laggan.example/1",
                        "Ferry sails",
                        "Laggan Post",
                        "Ada Berg",
                        "2026-03-06T06:00:00Z",
                        "Calm sea."));
    }

    @ParameterizedTest
    @CsvSource({
        "xml:base='https://laggan.example/a/', xml:base='b/', c, https://laggan.example/a/b/c",
        "xml:base='https://laggan.example/a/', '', /c, https://laggan.example/c",
        "'', xml:base='https://laggan.example/x/y', z, https://laggan.example/x/z",
        "'', '', https://laggan.example/q, https://laggan.example/q",
    })
    void linksAreRelativeToTheStatedBase(String ofFeed, String ofEntry, String link, String expected) {
        String feed = "<feed " + ATOM + " " + ofFeed + "><entry " + ofEntry + "><title>T</title><link href='" + link
                + "'/><content>Calm sea.</content></entry></feed>";

        assertThat(read(feed)).extracting(Delivery::key).containsExactly(expected);
    }

    @Test
    void linksOfRssAreRelativeToTheSite() {
        String feed = rss("<link>https://laggan.example/</link>" + item("<link>/town/ferry</link>"));

        assertThat(read(feed)).extracting(Delivery::key).containsExactly("https://laggan.example/town/ferry");
    }

    @Test
    void linksInTheTextAreRelativeToTheStatedBaseToo() {
        String feed = "<feed " + ATOM + " xml:base='https://laggan.example/a/'><entry><title>T</title>"
                + "<content type='html'>&lt;p>See &lt;img src='f.jpg'></content></entry></feed>";

        assertBodies(feed).containsExactly("<p>See <img src=\"https://laggan.example/a/f.jpg\"></p>");
    }

    @Test
    void everyKindOfAtomContentKeepsItsParagraphs() {
        String base64 = Base64.getEncoder().encodeToString("<p>One</p><p>Two</p>".getBytes(UTF_8));
        String feed = "<feed " + ATOM + ">"
                + entry(
                        "type='xhtml'",
                        "<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>One</h:p><h:p>2 &lt; 3</h:p>" + "</h:div>")
                + entry("type='text'", "One &amp; a half\n\nTwo\nlines")
                + entry("type='application/octet-stream'", base64)
                + entry("type='text/html' mode='escaped'", "&lt;p>One&lt;/p>&lt;p>Two&lt;/p>")
                + "</feed>";

        assertBodies(feed)
                .containsExactly(
                        "<div xmlns:h=\"http://www.w3.org/1999/xhtml\"><p>One</p><p>2 &lt; 3</p></div>",
                        "<p>One &amp; a half</p>\n<p>Two<br>\nlines</p>",
                        "<p>One</p><p>Two</p>",
                        "<p>One</p><p>Two</p>");
    }

    @Test
    void thePublisherOwnAddressOutweighsThatOfTheCounter() {
        String feed = rss(item("<link>https://counter.example/~r/1</link>"
                + "<feedburner:origLink>https://laggan.example/1</feedburner:origLink>"));

        assertThat(read(feed)).extracting(Delivery::key).containsExactly("https://laggan.example/1");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.alerts.example/url?sa=t&amp;url=https://laggan.example/a&amp;ct=ga, https://laggan.example/a",
        "https://t.example/?q=https%3A%2F%2Flaggan.example%2Fa%3Fid%3D7, https://laggan.example/a?id=7",
        "https://laggan.example/news/ferry-sails?url=https://other.example/b, "
                + "https://laggan.example/news/ferry-sails?url=https://other.example/b",
        "https://laggan.example/search?text=calm, https://laggan.example/search?text=calm",
    })
    void aRedirectIsNotTheAddressOfAnArticle(String link, String expected) {
        assertThat(read(rss(item("<link>" + link + "</link>"))))
                .extracting(Delivery::key)
                .containsExactly(expected);
    }

    @Test
    void anAlertIsNobodysPublisher() {
        String feed =
                "<feed " + ATOM + "><title>Alert - ferry</title><link rel='self' href='https://alerts.example/f'/>"
                        + "<entry><title type='html'>&lt;b>Ferry&lt;/b> sails</title>"
                        + "<link href='https://alerts.example/url?url=https://laggan.example/1'/>"
                        + "<content type='html'>The &lt;b>ferry&lt;/b> left on time ...</content></entry></feed>";

        assertItems(feed)
                .containsExactly(tuple(
                        "https://laggan.example/1",
                        "Ferry sails",
                        null,
                        null,
                        null,
                        "The <b>ferry</b> left on time ..."));
    }

    @Test
    void theHeadlinesOfOtherOutletsAreNoText() {
        String list = "<ol><li><a href='https://a.example/1'>Ferry sails</a> <font>Laggan Post</font></li>"
                + "<li><a href='https://a.example/2'>Is the ferry safe?</a> <font>Skerrow Times</font></li></ol>";
        String feed = rss("<item><title>Ferry sails - Laggan Post</title><link>https://a.example/1</link><description>"
                + "<![CDATA[" + list
                + "]]></description><source url='https://laggan.example'>Laggan Post</source></item>");

        assertItems(feed)
                .containsExactly(tuple(
                        "https://a.example/1",
                        "Ferry sails",
                        "Laggan Post",
                        null,
                        null,
                        "{\"headline\":\"Ferry sails\"}"));
    }

    @Test
    void aLinkBeforeTheTextIsNotAListOfLinks() {
        String text = "<a href='https://a.example/1'>T</a> <p>The ferry left Laggan on time on Tuesday.</p>";

        assertBodies(rss("<item><title>T</title><description><![CDATA[" + text + "]]></description></item>"))
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "<author>ada@laggan.example (Ada Berg)</author>, Ada Berg",
        "<author>Ada Berg &lt;ada@laggan.example&gt;</author>, Ada Berg",
        "<author>ada@laggan.example</author>, ada@laggan.example",
        "<author><name>Ada Berg</name><email>a@b.example</email></author><author><name>Bo Ek</name></author>, "
                + "'Ada Berg, Bo Ek'",
        "<author><uri>https://laggan.example</uri></author>,",
        "<dc:creator>Ada Berg</dc:creator><dc:creator>Bo Ek</dc:creator>, 'Ada Berg, Bo Ek'",
        "<itunes:author>Ada Berg</itunes:author>, Ada Berg",
    })
    void authorsAreNames(String elements, @Nullable String expected) {
        assertThat(read(rss(item(elements))))
                .extracting(d -> d.about().author())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "<issued>A</issued><modified>B</modified>, A",
        "<modified>B</modified><created>C</created>, C",
        "<dcterms:modified>B</dcterms:modified>, B",
        "<updated>B</updated><pubDate>A</pubDate>, A",
    })
    void theDateOfPublicationIsWhatTheFeedCallsIt(String elements, String expected) {
        assertThat(read(rss(item(elements))))
                .extracting(d -> d.about().published())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "<language>da-dk</language>, '', da-DK",
        "<language>da-dk</language>, <dc:language>no</dc:language>, no",
        "<dc:language>Danish</dc:language>, '', da",
        "<language>none of ours</language>, '',",
    })
    void theLanguageIsThatOfTheItemOrOfItsFeed(String ofFeed, String ofItem, @Nullable String expected) {
        String namespace = " xmlns:dc='http://purl.org/dc/elements/1.1/'";
        String feed = rss(ofFeed + item(ofItem)).replaceFirst("<rss", "<rss" + namespace);

        assertThat(read(feed)).extracting(d -> d.about().language()).containsExactly(expected);
    }

    @Test
    void itemsOfAChannelOfOldAreRead() {
        String feed = "<CHANNEL><TITLE>Laggan Post</TITLE><ITEM HREF='https://laggan.example/1' LASTMOD='2004-04-06'>"
                + "<TITLE>Ferry sails</TITLE><ABSTRACT>Calm sea.</ABSTRACT></ITEM><ITEM HREF='https://x.example/2'/>"
                + "</CHANNEL>";

        assertThat(read(feed))
                .extracting(
                        Delivery::key, d -> d.about().headline(), d -> d.about().published())
                .containsExactly(
                        tuple("https://laggan.example/1", "Ferry sails", "2004-04-06"),
                        tuple("https://x.example/2", null, null));
    }

    @Test
    void itemsThatShareALinkAreKnownByTheirIds() {
        String link = "<link>https://laggan.example/ticker</link>";
        String one = "<item><title>Ferry sails</title>" + link + "<guid isPermaLink='false'>1</guid>"
                + "<description>Calm.</description></item>";
        String other = one.replace("Ferry sails", "Pier closed").replace(">1<", ">2<");

        List<Delivery> first = read(rss(one + other));
        List<Delivery> edited = read(rss(one.replace("Calm.", "Calm sea.") + other));

        assertThat(first).extracting(Delivery::key).doesNotHaveDuplicates();
        assertThat(first).allMatch(d -> d.about().flags().contains("shared_link"));
        assertThat(edited)
                .extracting(Delivery::key)
                .containsExactlyElementsOf(first.stream().map(Delivery::key).toList());
        assertThat(read(rss(one + one.replace(">1<", ">1#2<"))))
                .extracting(Delivery::key)
                .containsOnly("https://laggan.example/ticker");
    }

    @Test
    void theFullerTextIsTakenWhereTheFirstIsOnlyAPicture() {
        String feed = rss("<item><title>T</title><content:encoded>&lt;img src='x'></content:encoded>"
                + "<description>The ferry left on time.</description></item>");

        assertBodies(feed).containsExactly("The ferry left on time.");
    }

    @Test
    void aFeedIsDecodedAsAPageIs() {
        String feed = "<!-- cached -->\n<?xml version='1.0' encoding='windows-1251'?>"
                + rss("<item><title>Паром вышел</title><description>Море спокойно.</description></item>");
        List<Delivery> items = new ArrayList<>();

        new RssFeed("f", feed.getBytes(Charset.forName("koi8-r")), "text/xml; charset=koi8-r", Instant.EPOCH)
                .read(items::add);

        assertThat(items).extracting(d -> d.about().headline()).containsExactly("Паром вышел");
        List<Delivery> doubtful = new ArrayList<>();
        new RssFeed("f", feed.replace("windows-1251", "utf-8").getBytes(Charset.forName("windows-1251")), Instant.EPOCH)
                .read(doubtful::add);
        assertThat(doubtful)
                .extracting(d -> d.about().headline(), d -> d.about().flags())
                .containsExactly(tuple("Паром вышел", List.of("charset_guessed", "charset_mismatch")));
    }

    private static ListAssert<Tuple> assertItems(String feed) {
        return assertThat(read(feed).stream()
                .map(d -> tuple(
                        d.key(),
                        d.about().headline(),
                        d.about().publisher(),
                        d.about().author(),
                        d.about().published(),
                        RecordingPublisher.text(d)))
                .toList());
    }

    private static ListAssert<String> assertBodies(String feed) {
        return assertThat(read(feed).stream().map(RecordingPublisher::text).toList());
    }

    private static String rss(String items) {
        return "<rss><channel><title>Laggan Post</title>" + items + "</channel></rss>";
    }

    private static String item(String elements) {
        return "<item><title>T</title>" + elements + "<description>Calm sea.</description></item>";
    }

    private static String entry(String attributes, String content) {
        return "<entry><title>T</title><content " + attributes + ">" + content + "</content></entry>";
    }

    private static List<Delivery> read(String feed) {
        List<Delivery> items = new ArrayList<>();
        new RssFeed("feed.rss", feed.getBytes(UTF_8), Instant.EPOCH).read(items::add);
        return items;
    }
}
