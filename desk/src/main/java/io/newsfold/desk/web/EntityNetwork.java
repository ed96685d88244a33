package io.newsfold.desk.web;

import java.io.StringWriter;
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

    private final Map<String, Node> nodes;
    private final SortedMap<String, Integer> edges = new TreeMap<>();

    /** @param articles number of those that name it */
    record Node(String id, String name, long articles) {
        /** @param key id, a tab and the name */
        static Node of(String key, long articles) {
            int tab = key.indexOf('\t');
            return new Node(key.substring(0, tab), key.substring(tab + 1), articles);
        }
    }

    EntityNetwork(Map<String, Node> nodes) {
        this.nodes = nodes;
    }

    boolean isNode(String entity) {
        return nodes.containsKey(entity);
    }

    /** Adds an article with the nodes that it names, sorted. */
    void add(List<String> entities) {
        for (int i = 0; i < entities.size(); i++) {
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
            key(xml, "articles", "node", "long");
            key(xml, "weight", "edge", "int");
            xml.writeStartElement("graph");
            xml.writeAttribute("edgedefault", "undirected");
            for (Node node : nodes.values()) {
                xml.writeStartElement("node");
                xml.writeAttribute("id", node.id());
                data(xml, "name", node.name());
                data(xml, "articles", Long.toString(node.articles()));
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
