package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.date.InstantParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The items of an RSS or Atom document, read leniently: one bad character does not cost the feed. */
public final class RssFeed {
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]*>|&#?\\w{1,10};");

    private final String name;
    private final byte[] xml;
    private final Instant fetched;

    /**
     * A document that has not been parsed yet.
     *
     * @param name file name, or address
     * @param fetched when the document was fetched
     */
    public RssFeed(String name, byte[] xml, Instant fetched) {
        this.name = name;
        this.xml = xml;
        this.fetched = fetched;
    }

    /** Gives each item to {@code receiver}, and a rejection for each part that is not read. */
    public void read(Consumer<Delivery> receiver) {
        if (declaresEntities()) {
            receiver.accept(refused(Reason.DOCTYPE, "a feed that declares entities of its own"));
            return;
        }
        Document feed = parse();
        String publisher = feed.select("channel > title, feed > title").text();
        List<Element> items = feed.select("item, entry");
        ignoreSharedGuids(feed.select("item > guid"));
        if (items.isEmpty() && feed.select("rss, feed, channel").isEmpty()) {
            receiver.accept(refused(Reason.NOT_A_FEED, "it is neither RSS nor Atom"));
        }
        if (!items.isEmpty() && isTruncated()) {
            items = items.subList(0, items.size() - 1);
            receiver.accept(refused(Reason.UNREADABLE, "the feed is truncated in its last item"));
        }
        for (int index : newest(items)) {
            receiver.accept(delivery(items.get(index), name + ":" + (index + 1), publisher));
        }
        if (items.size() > Limits.FEED_ITEMS) {
            int more = items.size() - Limits.FEED_ITEMS;
            receiver.accept(refused(Reason.TOO_LARGE, more + " items older than the newest " + Limits.FEED_ITEMS));
        }
    }

    /** Indexes of the newest items, ascending. Items without a valid date count as the oldest. */
    private static List<Integer> newest(List<Element> items) {
        List<Integer> indexes =
                new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        if (indexes.size() > Limits.FEED_ITEMS) {
            List<Instant> times = items.stream()
                    .map(item -> Optional.ofNullable(published(item))
                            .flatMap(InstantParser::instant)
                            .orElse(Instant.MIN))
                    .toList();
            indexes.sort(Comparator.comparing((Integer index) -> times.get(index))
                    .reversed()); // stable: of equal times, the first items stay
            indexes.subList(Limits.FEED_ITEMS, indexes.size()).clear();
            indexes.sort(Comparator.naturalOrder());
        }
        return indexes;
    }

    private Delivery refused(Reason reason, String message) {
        About about = new About(fetched, name, null, null, null, null, null, name, null);
        return Delivery.refused(about, reason, message);
    }

    /** Entities that a document declares can grow without end, or name files and addresses. No feed needs them. */
    private boolean declaresEntities() {
        String ascii = new String(xml, ISO_8859_1).replace("\0", ""); // makes UTF-16 readable too
        return ascii.toUpperCase(Locale.ROOT).contains("<!ENTITY");
    }

    /** Whether the bytes end inside an item. */
    private boolean isTruncated() {
        String text = new String(xml, ISO_8859_1).toLowerCase(Locale.ROOT);
        int end = Math.max(text.lastIndexOf("</item"), text.lastIndexOf("</entry"));
        return Math.max(text.lastIndexOf("<item"), text.lastIndexOf("<entry")) > end;
    }

    private Delivery delivery(Element item, String origin, String publisher) {
        String html = first(item, "content|encoded", "content", "description", "summary");
        About about = new About(
                fetched,
                origin,
                ContentType.HTML,
                published(item),
                publisher.isEmpty() ? null : publisher,
                plain(first(item, "title")),
                plain(first(item, "dc|creator", "author > name", "author")),
                name,
                first(item, "guid", "id"));
        byte[] body = html == null ? new byte[0] : html.getBytes(UTF_8);
        String link = link(item);
        boolean badLink = link == null && item.selectFirst("> link") != null;
        Delivery delivery = Delivery.of(link, body, about, html == null ? origin + " is empty" : null);
        return badLink ? delivery.flagged(Delivery.BAD_LINK) : delivery;
    }

    private static @Nullable String published(Element item) {
        return first(item, "pubDate", "published", "dc|date", "updated");
    }

    /** The first valid address. Links to replies and the like do not count, nor a guid marked as not an address. */
    private static @Nullable String link(Element item) {
        List<String> links = new ArrayList<>();
        item.select("> link[href]:not([rel]), > link[href][rel=alternate]").forEach(l -> links.add(l.attr("href")));
        item.select("> link:not([href]), > guid:not([isPermaLink=false])").forEach(l -> links.add(l.wholeText()));
        return links.stream()
                .filter(l -> CanonicalUrl.of(l).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** A guid that several items share is not the address of any of them. */
    private static void ignoreSharedGuids(List<Element> guids) {
        Map<String, Long> counts =
                guids.stream().collect(Collectors.groupingBy(Element::wholeText, Collectors.counting()));
        guids.stream()
                .filter(g -> counts.getOrDefault(g.wholeText(), 0L) > 1)
                .forEach(g -> g.attr("isPermaLink", "false"));
    }

    /** Titles and names may contain escaped tags. */
    private static @Nullable String plain(@Nullable String text) {
        return text == null || !MARKUP.matcher(text).find()
                ? text
                : Jsoup.parse(text).text();
    }

    /** The text of the first of these children that is not blank; null where all are. */
    private static @Nullable String first(Element item, String... children) {
        for (String child : children) {
            Element found = item.selectFirst("> " + child);
            if (found != null && !found.wholeText().isBlank()) {
                return found.wholeText().strip();
            }
        }
        return null;
    }

    private Document parse() {
        try {
            return Jsoup.parse(new ByteArrayInputStream(xml), null, "", Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
