package io.newsfold.desk.web;

import io.newsfold.contract.Json;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Lists as feeds: JSON Feed 1.1 and Atom (RFC 4287). Addresses are relative to the desk. */
final class SyndicationFeeds {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private SyndicationFeeds() {}

    static byte[] json(String title, String path, List<Listing.Item> items) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", path);
        feed.put("feed_url", path + "." + Representation.JSON_FEED.suffix());
        feed.put("items", items.stream().map(SyndicationFeeds::item).toList());
        return Json.bytes(feed);
    }

    private static Map<String, Object> item(Listing.Item item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", item.path());
        entry.put("url", item.path());
        if (item.external() != null) {
            entry.put("external_url", item.external());
        }
        entry.put("title", item.title());
        entry.put("content_text", item.text());
        entry.put("date_published", item.time().toString());
        entry.put("tags", item.tags());
        return entry;
    }

    static byte[] atom(String title, String path, List<Listing.Item> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, "title", title);
            text(xml, "id", "urn:newsfold:" + path);
            Instant updated = items.stream()
                    .map(Listing.Item::time)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            text(xml, "updated", updated.toString());
            link(xml, "self", path + "." + Representation.ATOM.suffix());
            link(xml, "alternate", path);
            for (Listing.Item item : items) {
                xml.writeStartElement("entry");
                text(xml, "title", item.title());
                text(xml, "id", "urn:newsfold:" + item.path());
                text(xml, "updated", item.time().toString());
                link(xml, "alternate", item.path());
                if (item.external() != null) {
                    link(xml, "via", item.external());
                }
                xml.writeStartElement("author");
                text(xml, "name", "Newsfold");
                xml.writeEndElement();
                for (String tag : item.tags()) {
                    xml.writeEmptyElement("category");
                    xml.writeAttribute("term", writable(tag));
                }
                xml.writeStartElement("content");
                xml.writeAttribute("type", "text");
                xml.writeCharacters(writable(item.text()));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write " + path + " as Atom", e);
        }
        return bytes.toByteArray();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(writable(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", writable(address));
    }

    /** XML has no way to write some characters that JSON has. */
    private static String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF || c == '\n' || c == '\t')
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }
}
