package io.newsfold.lab.train;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Reads the lexica of NLP4J from its jar, where they are serialized Java objects. */
final class NlpLexica {
    private static final String FOLDER = "edu/emory/mathcs/nlp/lexica/";
    private static final int BUFFER_BYTES = 1 << 16;

    private final ZipFile jar;

    NlpLexica(ZipFile jar) {
        this.jar = jar;
    }

    /** For each word the paths of its Brown clusters, in 0 and 1. */
    Map<String, Set<String>> brownClusters() throws IOException {
        return read("en-brown-clusters-simplified-lowercase.xz");
    }

    /** For each word its vector. */
    Map<String, float[]> vectors() throws IOException {
        return read("en-word-embeddings-undigitalized.xz");
    }

    /** Calls back for each name, its words with a space between two, with the numbers of its kinds. */
    void forEachName(BiConsumer<String, Set<String>> action) throws IOException {
        PrefixTree names = read("en-named-entity-gazetteers-simplified.xz");
        names.n_root.forEachName("", action);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "BanSerializableRead"
    }) // a file that the user chose to fetch
    private <T> T read(String file) throws IOException {
        try (InputStream in = new XZInputStream(jar.getInputStream(jar.getEntry(FOLDER + file)));
                var objects = new LexiconInputStream(in)) {
            return (T) objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("reading " + file, e);
        }
    }

    /** Reads the tree of names into the two classes below. */
    private static final class LexiconInputStream extends ObjectInputStream {
        LexiconInputStream(InputStream in) throws IOException {
            super(new BufferedInputStream(in, BUFFER_BYTES));
        }

        @Override
        protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
            ObjectStreamClass described = super.readClassDescriptor();
            String name = described.getName();
            if (name.endsWith(".PrefixTree")) {
                return ObjectStreamClass.lookup(PrefixTree.class);
            }
            return name.endsWith(".PrefixNode") ? ObjectStreamClass.lookup(PrefixNode.class) : described;
        }
    }

    /** The tree of names as its file has it. */
    @SuppressWarnings("NullAway.Init")
    private static final class PrefixTree implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private PrefixNode n_root; // the field's name in the file
    }

    /** A token of a name, what may follow it, and the kinds of the name that ends here. */
    @SuppressWarnings("NullAway.Init")
    private static final class PrefixNode extends HashMap<String, PrefixNode> {
        @Serial
        private static final long serialVersionUID = 1;

        private Object value; // the kinds, or null

        @SuppressWarnings("unchecked")
        void forEachName(String name, BiConsumer<String, Set<String>> action) {
            if (value != null) {
                action.accept(name, (Set<String>) value);
            }
            forEach((token, node) -> node.forEachName(name.isEmpty() ? token : name + " " + token, action));
        }
    }
}
