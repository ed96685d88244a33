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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Asks NLP4J 1.1.3 (Apache-2.0; its model was trained on OntoNotes), which is too large and too slow to ship, and
 * writes what {@code train-names} reads:
 *
 * <pre>java -Xmx6g -cp 'nlp4j-api.jar:nlp4j-english.jar:fastutil.jar:xz.jar:slf4j-api.jar' \
 *     Teacher.java SETS TARGET</pre>
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

    private static final String OUTSIDE = "O";
    private static final String BEGIN_OTHER = "B-OTH";
    private static final String INSIDE_OTHER = "I-OTH";

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
            List<String> tags = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    String[] columns = line.split("\t");
                    words.add(columns[0]);
                    tags.add(columns[1]);
                } else {
                    finishSentence(words, tags, out);
                }
            }
            finishSentence(words, tags, out);
        }
    }

    /** Writes the sentence, if it has words, and makes room for the next. */
    private void finishSentence(List<String> words, List<String> tags, PrintWriter out) {
        if (words.isEmpty()) {
            return;
        }
        markOthers(tags, teacherTags(nodes(words)));
        for (int i = 0; i < words.size(); i++) {
            out.print(words.get(i) + "\t" + tags.get(i) + "\n");
        }
        out.print("\n");
        words.clear();
        tags.clear();
    }

    /** Copies each name of class OTH from the teacher's tags, where the set has no name at any of its words. */
    private static void markOthers(List<String> tags, String[] teacherTags) {
        for (int i = 0; i < teacherTags.length; i++) {
            if (!teacherTags[i].equals(BEGIN_OTHER)) {
                continue;
            }
            int end = i + 1;
            while (end < teacherTags.length && teacherTags[end].equals(INSIDE_OTHER)) {
                end++;
            }
            if (tags.subList(i, end).stream().allMatch(OUTSIDE::equals)) {
                for (int j = i; j < end; j++) {
                    tags.set(j, teacherTags[j]);
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

    /** BIO tags over PER, ORG, LOC and OTH; names have no "the" before and no "'s" after them. */
    private String[] teacherTags(NLPNode[] words) {
        NLPNode[] nodes = words[1].getNamedEntityTag() == null ? decoder.decode(words) : words;
        String[] tags = new String[nodes.length - 1];
        Arrays.fill(tags, OUTSIDE);
        int first = 0;
        for (int i = 1; i < nodes.length; i++) {
            String tag = nodes[i].getNamedEntityTag();
            boolean isSingle = tag.startsWith("U-");
            first = tag.startsWith("B-") || isSingle ? i : first;
            String nameClass = tag.length() > 2 ? nameClass(tag.substring(2)) : "";
            if (!nameClass.isEmpty() && (tag.startsWith("L-") || isSingle)) {
                mark(nodes, first, i, nameClass, tags);
            }
        }
        return tags;
    }

    private static void mark(NLPNode[] nodes, int first, int last, String nameClass, String[] tags) {
        boolean hasThe = first < last && nodes[first].getWordForm().equalsIgnoreCase("the");
        int from = hasThe ? first + 1 : first;
        boolean hasPossessive = from < last && nodes[last].getWordForm().matches("['’]s?");
        int to = hasPossessive ? last - 1 : last;
        for (int j = from; j <= to; j++) {
            tags[j - 1] = (j == from ? "B-" : "I-") + nameClass;
        }
    }

    private static String nameClass(String type) {
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
}
