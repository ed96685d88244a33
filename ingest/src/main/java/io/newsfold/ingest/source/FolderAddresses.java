package io.newsfold.ingest.source;

import io.newsfold.contract.Limits;
import io.newsfold.text.address.CanonicalUrl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * The addresses of the saved pages of one folder, by file name. Where pages with different texts claim one address,
 * none of them has it: else one would replace the others.
 */
final class FolderAddresses {
    private static final int PARAGRAPH_CHARS = 80;

    /**
     * A page that claims an address.
     *
     * @param title in lower case
     * @param paragraphs hashes of its longer texts
     */
    private record Claim(String name, SavedPageAddress saved, String title, Set<Integer> paragraphs) {
        /** Whether both are states of one article: most of the shorter text is in the longer, or one has no text. */
        boolean isSameArticle(Claim other) {
            int least = Math.min(paragraphs.size(), other.paragraphs.size());
            if (least <= 1) {
                return title.equals(other.title);
            }
            Set<Integer> shared = new HashSet<>(paragraphs);
            shared.retainAll(other.paragraphs);
            return shared.size() * 2 >= least;
        }
    }

    private FolderAddresses() {}

    /** @return for each file, its address, empty where it has none; files that cannot be read are missing */
    static Map<String, String> of(Collection<InputFile> pages) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, List<Claim>> byKey = new TreeMap<>();
        for (InputFile file : pages) {
            Optional<byte[]> html = content(file);
            if (html.isEmpty()) {
                continue;
            }
            String text = SavedPageAddress.text(html.get());
            Document page = Jsoup.parse(text);
            Optional<SavedPageAddress> saved = SavedPageAddress.of(text, page);
            addresses.put(file.name(), saved.map(SavedPageAddress::address).orElse(""));
            saved.flatMap(s -> CanonicalUrl.of(s.address()))
                    .ifPresent(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(claim(file.name(), saved.get(), page)));
        }
        for (List<Claim> claims : byKey.values()) {
            if (!claims.stream().allMatch(claim -> claim.isSameArticle(claims.get(0)))) {
                claims.stream()
                        .filter(claim -> !claim.saved().isRecorded())
                        .forEach(claim -> addresses.put(claim.name(), ""));
            }
        }
        return addresses;
    }

    private static Claim claim(String name, SavedPageAddress saved, Document page) {
        Set<Integer> paragraphs = new HashSet<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.text().strip().length() >= PARAGRAPH_CHARS) {
                        paragraphs.add(text.text().strip().hashCode());
                    }
                },
                page);
        Element headline = page.selectFirst("h1");
        String title = headline == null ? page.title() : headline.text();
        return new Claim(name, saved, title, Set.copyOf(paragraphs));
    }

    private static Optional<byte[]> content(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] content = in.readNBytes(Limits.BODY_BYTES + 1);
            return content.length > Limits.BODY_BYTES || ContentType.doubt(content) != null
                    ? Optional.empty()
                    : Optional.of(content);
        } catch (IOException e) {
            return Optional.empty(); // it is reported when the file is read
        }
    }
}
