package io.newsfold.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Limits;
import io.newsfold.ingest.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Collects addresses of feeds and sitemaps: given directly, in lists (one a line, # for comments) or in OPML files. */
public final class SourceList {
    private SourceList() {}

    /**
     * The addresses in {@code sources}, each once, in their order.
     *
     * @param sources addresses, and paths of lists and OPML files
     * @throws InputException where a file cannot be read or a line is not an address
     */
    public static List<String> of(Collection<String> sources) {
        LinkedHashSet<String> addresses = new LinkedHashSet<>();
        for (String source : sources) {
            if (isAddress(source)) {
                addresses.add(source);
            } else {
                addresses.addAll(file(Path.of(source)));
            }
        }
        return List.copyOf(addresses);
    }

    private static boolean isAddress(String text) {
        return text.contains("://");
    }

    private static List<String> file(Path file) {
        if (!Files.exists(file)) {
            throw new InputException(file + " is neither an address nor a file");
        }
        try {
            if (Files.size(file) > Limits.FEED_BYTES) {
                throw new InputException(file + " has more than " + Limits.FEED_BYTES + " bytes");
            }
            String text = new String(Files.readAllBytes(file), UTF_8).replace("\uFEFF", "");
            return text.stripLeading().startsWith("<") ? opml(file, text) : lines(file, text);
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> opml(Path file, String text) {
        List<String> addresses = new ArrayList<>();
        for (Element outline : Jsoup.parse(text, "", Parser.xmlParser()).select("outline")) {
            String address = outline.attributes().getIgnoreCase("xmlUrl").strip();
            if (isAddress(address)) {
                addresses.add(address);
            }
        }
        if (addresses.isEmpty()) {
            throw new InputException(file + " is no OPML file with the address of a feed in it (xmlUrl)");
        }
        return addresses;
    }

    private static List<String> lines(Path file, String text) {
        List<String> addresses = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String address = line.strip();
            if (address.isEmpty() || address.startsWith("#")) {
                continue;
            }
            if (!isAddress(address)) {
                throw new InputException(file + ", line " + number + " is no address: " + address);
            }
            addresses.add(address);
        }
        return addresses;
    }
}
