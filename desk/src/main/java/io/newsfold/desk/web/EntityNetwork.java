package io.newsfold.desk.web;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Counts which entities are named together, and writes them as a graph. Not thread-safe. */
final class EntityNetwork {
    static final int MOST_NODES = 100;

    private static final int LEAST_ARTICLES = 2;
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final Map<String, String> names;
    private final Map<String, Integer> articles = new HashMap<>();
    private final SortedMap<String, Integer> edges = new TreeMap<>();

    /** @param names of the nodes, by id */
    EntityNetwork(Map<String, String> names) {
        this.names = names;
    }

    boolean isNode(String entity) {
        return names.containsKey(entity);
    }

    /** Adds an article with the nodes that it names, each once, sorted. */
    void add(List<String> entities) {
        for (int i = 0; i < entities.size(); i++) {
            articles.merge(entities.get(i), 1, Integer::sum);
            for (int j = i + 1; j < entities.size(); j++) {
                edges.merge(entities.get(i) + "\t" + entities.get(j), 1, Integer::sum);
            }
        }
    }

    String graphMl() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace(NAMESPACE);
            key(xml, "name", "node", "string");
            key(xml, "articles", "node", "int");
            key(xml, "weight", "edge", "int");
            xml.writeStartElement("graph");
            xml.writeAttribute("edgedefault", "undirected");
            for (Map.Entry<String, String> node : names.entrySet()) {
                xml.writeStartElement("node");
                xml.writeAttribute("id", node.getKey());
                data(xml, "name", node.getValue());
                data(xml, "articles", Integer.toString(articles.getOrDefault(node.getKey(), 0)));
                xml.writeEndElement();
            }
            for (Map.Entry<String, Integer> edge : edges.entrySet()) {
                if (edge.getValue() >= LEAST_ARTICLES) {
                    int tab = edge.getKey().indexOf('\t');
                    xml.writeStartElement("edge");
                    xml.writeAttribute("source", edge.getKey().substring(0, tab));
                    xml.writeAttribute("target", edge.getKey().substring(tab + 1));
                    data(xml, "weight", edge.getValue().toString());
                    xml.writeEndElement();
                }
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write a graph in memory", e);
        }
        return text.toString();
    }

    private static void key(XMLStreamWriter xml, String name, String of, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", of);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(XmlText.allowed(value));
        xml.writeEndElement();
    }
}
