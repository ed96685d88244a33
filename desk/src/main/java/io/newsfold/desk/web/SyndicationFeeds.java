package io.newsfold.desk.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.newsfold.contract.Json;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Lists as feeds: JSON Feed 1.1 and Atom (RFC 4287). Addresses are relative to the desk. */
final class SyndicationFeeds {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ID_PREFIX = "urn:newsfold:";
    private static final String TITLE = "title";
    private static final String UPDATED = "updated";
    private static final String ALTERNATE = "alternate";

    private record JsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePage,
            @JsonProperty("feed_url") String feed,
            List<JsonFeedItem> items) {}

    private record JsonFeedItem(
            String id,
            String url,
            @JsonProperty("external_url") @Nullable String external,
            String title,
            @JsonProperty("content_text") String text,
            @JsonProperty("date_published") Instant published,
            List<String> tags) {
        static JsonFeedItem of(FeedItem item) {
            return new JsonFeedItem(
                    item.path(), item.path(), item.external(), item.title(), item.text(), item.time(), item.tags());
        }
    }

    private SyndicationFeeds() {}

    static byte[] json(String title, String path, List<FeedItem> items) {
        return Json.bytes(new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                title,
                path,
                path + Representation.JSON_FEED.ending(),
                items.stream().map(JsonFeedItem::of).toList()));
    }

    static byte[] atom(String title, String path, List<FeedItem> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            text(xml, TITLE, title);
            text(xml, "id", ID_PREFIX + path);
            text(xml, UPDATED, newest(items).toString());
            link(xml, "self", path + Representation.ATOM.ending());
            link(xml, ALTERNATE, path);
            for (FeedItem item : items) {
                entry(xml, item);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write " + path + " as Atom", e);
        }
        return bytes.toByteArray();
    }

    private static Instant newest(List<FeedItem> items) {
        return items.stream().map(FeedItem::time).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static void entry(XMLStreamWriter xml, FeedItem item) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, TITLE, item.title());
        text(xml, "id", ID_PREFIX + item.path());
        text(xml, UPDATED, item.time().toString());
        link(xml, ALTERNATE, item.path());
        if (item.external() != null) {
            link(xml, "via", item.external());
        }
        xml.writeStartElement("author");
        text(xml, "name", "Newsfold");
        xml.writeEndElement();
        for (String tag : item.tags()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", XmlText.allowed(tag));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(XmlText.allowed(item.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", XmlText.allowed(address));
    }
}
