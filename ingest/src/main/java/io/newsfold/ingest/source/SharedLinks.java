package io.newsfold.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.RawArticle.About;
import io.newsfold.contract.Sha256;
import io.newsfold.text.address.CanonicalUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that a feed gives to several items, or that are its site's front page. They are no item's identity.
 *
 * @param links in their canonical form
 */
record SharedLinks(Set<String> links) {
    static SharedLinks of(List<FeedItem> items, FeedChannel channel) {
        Map<String, List<FeedItem>> byLink = items.stream()
                .filter(item -> item.id() != null)
                .filter(item -> item.canonicalLink().isPresent())
                .collect(Collectors.groupingBy(item -> item.canonicalLink().orElseThrow()));
        Optional<String> site = Optional.ofNullable(channel.site()).flatMap(CanonicalUrl::of);
        return new SharedLinks(byLink.entrySet().stream()
                .filter(link -> areDifferent(link.getValue())
                        || site.filter(link.getKey()::equals).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether items are several articles, not one that stands there twice. */
    private static boolean areDifferent(List<FeedItem> items) {
        FeedItem first = items.get(0);
        return items.stream().anyMatch(item -> !sameText(item.headline(), first.headline()))
                || items.stream().anyMatch(item -> !sameText(item.html(), first.html()) && isAddress(item.id()));
    }

    private static boolean sameText(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private static boolean isAddress(@Nullable String id) {
        return id != null && CanonicalUrl.of(id).isPresent();
    }

    boolean has(FeedItem item) {
        return item.id() != null && item.canonicalLink().filter(links::contains).isPresent();
    }

    /**
     * Known by its address and its id, so that an edited text is the same article; by its body where the id is shared.
     */
    Delivery delivery(FeedItem item, byte[] body, About about, @Nullable String doubt) {
        String id = item.id();
        if (id == null || CanonicalUrl.of(id).filter(links::contains).isPresent()) {
            return Delivery.of(null, body, about, doubt);
        }
        String identity = item.canonicalLink().orElse("") + "\n" + id;
        return new Delivery("sha256:" + Sha256.hex(identity.getBytes(UTF_8)), body, about, doubt, null);
    }
}
