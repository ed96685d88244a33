import static java.nio.charset.StandardCharsets.UTF_8;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Asks NLP4J 1.1.3 (Apache-2.0; its model was trained on OntoNotes), which is too large and too slow to ship, and
 * writes what {@code train-names} reads:
 *
 * <pre>java -Xmx6g -cp 'nlp4j-api.jar:nlp4j-english.jar:fastutil.jar:xz.jar:slf4j-api.jar' Teacher.java SETS TARGET</pre>
 *
 * SETS holds *.tsv.gz with gold; they are copied, and what the teacher takes for a work, an event, a product or a
 * people is marked OTH where the gold has no name. Not part of the build: the jars have 300 MB and are no dependency
 * of ours.
 */
public final class Teacher {
    private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/en-";
    private static final String CONFIG = "<configuration><tsv><column index=\"1\" field=\"form\"/></tsv><lexica>"
            + lexicon("ambiguity_classes", "word_form_simplified_lowercase", "ambiguity-classes-simplified-lowercase")
            + lexicon("word_clusters", "word_form_simplified_lowercase", "brown-clusters-simplified-lowercase")
            + lexicon("word_embeddings", "word_form_undigitalized", "word-embeddings-undigitalized")
            + lexicon("named_entity_gazetteers", "word_form_simplified", "named-entity-gazetteers-simplified")
            + "</lexica><models><pos>edu/emory/mathcs/nlp/models/en-pos.xz</pos>"
            + "<ner>edu/emory/mathcs/nlp/models/en-ner.xz</ner></models></configuration>";
    private static final Set<String> OTHER =
            Set.of("NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE");

    private final NLPDecoder decoder = new NLPDecoder(new ByteArrayInputStream(CONFIG.getBytes(UTF_8)));

    private static String lexicon(String element, String field, String file) {
        return "<" + element + " field=\"" + field + "\">" + LEXICA + file + ".xz</" + element + ">";
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Files.createDirectories(Path.of(arguments[1]));
        Teacher teacher = new Teacher();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
                teacher.markOthers(file, target.resolve(file.getFileName()));
            }
        }
    }

    private void markOthers(Path from, Path to) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(from)), UTF_8));
                PrintWriter out = writer(to)) {
            List<String> words = new ArrayList<>();
            List<String> gold = new ArrayList<>();
            for (String line = ""; line != null; ) {
                line = in.readLine();
                if (line != null && !line.isBlank()) {
                    words.add(line.split("\t")[0]);
                    gold.add(line.split("\t")[1]);
                } else if (!words.isEmpty()) {
                    String[] tags = tags(nodes(words));
                    for (int i = 0; i < tags.length; i++) {
                        int end = i + 1;
                        while (tags[i].equals("B-OTH") && end < tags.length && tags[end].equals("I-OTH")) {
                            end++;
                        }
                        if (tags[i].equals("B-OTH") && gold.subList(i, end).stream().allMatch("O"::equals)) {
                            for (int j = i; j < end; j++) {
                                gold.set(j, tags[j]);
                            }
                        }
                    }
                    write(words, gold.toArray(new String[0]), out);
                    words.clear();
                    gold.clear();
                }
            }
        }
    }

    private static NLPNode[] nodes(List<String> words) {
        NLPNode[] nodes = new NLPNode[words.size() + 1];
        nodes[0] = new NLPNode();
        nodes[0].toRoot();
        for (int i = 1; i < nodes.length; i++) {
            nodes[i] = new NLPNode(i, words.get(i - 1));
        }
        return nodes;
    }

    private static List<String> words(NLPNode[] nodes) {
        return Stream.of(nodes).skip(1).map(NLPNode::getWordForm).toList();
    }

    /** BIO tags over PER, ORG, LOC and OTH, names without "the" before and "'s" after them. */
    private String[] tags(NLPNode[] read) {
        NLPNode[] nodes = read[1].getNamedEntityTag() == null ? decoder.decode(read) : read;
        String[] tags = new String[nodes.length - 1];
        java.util.Arrays.fill(tags, "O");
        int first = 0;
        for (int i = 1; i < nodes.length; i++) {
            String tag = nodes[i].getNamedEntityTag();
            first = tag.startsWith("B-") || tag.startsWith("U-") ? i : first;
            String kind = tag.length() > 2 ? kind(tag.substring(2)) : "";
            if (!kind.isEmpty() && (tag.startsWith("L-") || tag.startsWith("U-"))) {
                int from = first < i && nodes[first].getWordForm().equalsIgnoreCase("the") ? first + 1 : first;
                int to = from < i && nodes[i].getWordForm().matches("['’]s?") ? i - 1 : i;
                for (int j = from; j <= to; j++) {
                    tags[j - 1] = (j == from ? "B-" : "I-") + kind;
                }
            }
        }
        return tags;
    }

    private static String kind(String type) {
        return switch (type) {
            case "PERSON" -> "PER";
            case "ORG" -> "ORG";
            case "GPE", "LOC", "FAC" -> "LOC";
            default -> OTHER.contains(type) ? "OTH" : "";
        };
    }

    private static PrintWriter writer(Path file) throws IOException {
        return new PrintWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8));
    }

    private static void write(List<String> words, String[] tags, PrintWriter out) {
        for (int i = 0; i < tags.length; i++) {
            out.print(words.get(i) + "\t" + tags[i] + "\n");
        }
        out.print("\n");
    }
}
