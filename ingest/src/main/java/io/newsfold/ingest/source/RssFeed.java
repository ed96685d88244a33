package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.text.address.CanonicalUrl;
import io.newsfold.text.charset.ByteDecoder;
import io.newsfold.text.charset.FlaggedText;
import io.newsfold.text.date.InstantParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The items of an RSS, Atom or CDF document, read leniently: one bad character does not cost the feed. */
public final class RssFeed {
    private static final Pattern ITEM_TAG =
            Pattern.compile("<(/?)(?:[\\w.-]{1,40}:)?(?:item|entry)(?![\\w:.-])", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final byte[] xml;
    private final @Nullable String contentType;
    private final Instant fetched;

    /**
     * A document that has not been parsed yet.
     *
     * @param name file name, or address
     * @param contentType of the header, with its charset if it has one
     * @param fetched when the document was fetched
     */
    public RssFeed(String name, byte[] xml, @Nullable String contentType, Instant fetched) {
        this.name = name;
        this.xml = xml;
        this.contentType = contentType;
        this.fetched = fetched;
    }

    /** A document that came without a header. */
    public RssFeed(String name, byte[] xml, Instant fetched) {
        this(name, xml, null, fetched);
    }

    /** Gives each item to {@code receiver}, and a rejection for each part that is not read. */
    public void read(Consumer<Delivery> receiver) {
        String doubt = ContentType.doubt(xml);
        if (doubt != null) {
            receiver.accept(refused(Reason.NOT_A_FEED, "the feed " + doubt));
            return;
        }
        FlaggedText text = ByteDecoder.decode(xml, contentType);
        if (declaresEntities(text.text())) {
            receiver.accept(refused(Reason.DOCTYPE, "a feed that declares entities of its own"));
            return;
        }
        Document feed = Parser.xmlParser().setMaxDepth(Limits.PAGE_DEPTH).parseInput(text.text(), "");
        FeedNames names = new FeedNames(feed);
        FeedChannel channel = FeedChannel.of(names, CanonicalUrl.of(name).isPresent() ? name : null);
        List<FeedItem> items = feed.stream()
                .filter(element -> Set.of("item", "entry").contains(names.of(element)))
                .map(element -> FeedItem.of(element, names, channel))
                .toList();
        if (items.isEmpty() && names.root().isEmpty()) {
            receiver.accept(refused(Reason.NOT_A_FEED, "it is neither RSS nor Atom"));
        }
        if (!items.isEmpty() && isTruncated(text.text())) {
            items = items.subList(0, items.size() - 1);
            receiver.accept(refused(Reason.UNREADABLE, "the feed is truncated in its last item"));
        }
        deliver(items, channel, text.flags(), receiver);
        if (items.size() > Limits.FEED_ITEMS) {
            int more = items.size() - Limits.FEED_ITEMS;
            receiver.accept(refused(Reason.TOO_LARGE, more + " items older than the newest " + Limits.FEED_ITEMS));
        }
    }

    private void deliver(List<FeedItem> items, FeedChannel channel, Set<Flag> flags, Consumer<Delivery> receiver) {
        List<Integer> newest = newest(items);
        SharedLinks shared = SharedLinks.of(newest.stream().map(items::get).toList(), channel);
        for (int index : newest) {
            Delivery delivery = delivery(items.get(index), name + ":" + (index + 1), shared);
            for (Flag flag : flags) {
                delivery = delivery.flagged(flag.code());
            }
            receiver.accept(HeadlineArticle.inPlaceOfText(delivery));
        }
    }

    /** Indexes of the newest items, ascending. Items without a valid date count as the oldest. */
    private static List<Integer> newest(List<FeedItem> items) {
        List<Integer> indexes =
                new ArrayList<>(IntStream.range(0, items.size()).boxed().toList());
        if (indexes.size() > Limits.FEED_ITEMS) {
            List<Instant> times = items.stream()
                    .map(item -> Optional.ofNullable(item.published())
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
    private static boolean declaresEntities(String text) {
        return text.toUpperCase(Locale.ROOT).contains("<!ENTITY");
    }

    /** Whether the document ends inside an item. */
    private static boolean isTruncated(String text) {
        Matcher tag = ITEM_TAG.matcher(text);
        boolean isOpen = false;
        while (tag.find()) {
            int end = text.indexOf('>', tag.end());
            if (end < 0) {
                return tag.group(1).isEmpty();
            }
            isOpen = tag.group(1).isEmpty() && text.charAt(end - 1) != '/';
        }
        return isOpen;
    }

    private Delivery delivery(FeedItem item, String origin, SharedLinks shared) {
        String html = item.html();
        About about = new About(
                        fetched,
                        origin,
                        ContentType.HTML,
                        item.published(),
                        item.publisher(),
                        item.headline(),
                        item.author(),
                        name,
                        item.id())
                .inLanguage(item.language());
        byte[] body = html == null ? new byte[0] : html.getBytes(UTF_8);
        String doubt = html == null ? origin + " is empty" : null;
        if (shared.has(item)) {
            return shared.delivery(item, body, about.flagged(Flag.SHARED_LINK.code()), doubt);
        }
        Delivery delivery = Delivery.of(item.link(), body, about, doubt);
        return item.link() == null && item.givesLink() ? delivery.flagged(Delivery.BAD_LINK) : delivery;
    }
}
