package io.newsfold.cli.mistake;

import io.newsfold.cli.SecuredBroker;
import io.newsfold.cli.SmallDisk;
import io.newsfold.cli.pipeline.Pipeline;
import io.newsfold.enrich.classify.TopicRules;
import io.newsfold.enrich.tag.Tagger;
import io.newsfold.ingest.web.LoopbackSite;
import io.newsfold.kafka.Cluster;
import io.newsfold.sink.FileSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the command lines run among: a pipeline without articles, a cluster whose guests may do nothing, files, a port
 * in use, a full disk. Words in capitals in a command line stand for them; in an answer their values become words
 * again.
 */
public final class Surroundings implements AutoCloseable {
    private static final String NOBODY = "127.0.0.1:1";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final String TEXT =
            "The pier at Carrow Point will be painted green in May, the harbour board decided on Monday.";

    /** The reasons that a system gives differ, and so do those for its administrator. */
    private static final Pattern DENIAL = Pattern.compile(
            "no permission for DENIED|DENIED(/\\S+)? cannot be created there|DENIED: (Operation not permitted|Read-only"
                    + " file system|Permission denied|No such file or directory|null)|(?<=: )DENIED$");

    private final Path folder;
    private final Pipeline pipeline;
    private final SecuredBroker secured;
    private final ServerSocket taken;
    private final LoopbackSite site = new LoopbackSite();
    private final Optional<SmallDisk> full;
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private int count;

    public Surroundings(Path folder) throws Exception {
        this.folder = folder;
        this.pipeline = Pipeline.start(new Pipeline.Config(
                null,
                folder.resolve("data"),
                FileSink.Config.of(folder.resolve("files")),
                1,
                1,
                1,
                new Tagger(),
                TopicRules.shipped(),
                true));
        this.secured = SecuredBroker.start(Files.createDirectory(folder.resolve("secured")), "guest");
        this.taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.full = SmallDisk.full(folder.resolve("small"));
        try (Cluster cluster = new Cluster(secured.administrator())) {
            cluster.createTopics(1);
        }
        site.on("/story", "text/html", "<html><body><h1>Pier to be painted</h1><p>" + TEXT + "</p></body></html>");
        defineWords();
    }

    private void defineWords() throws IOException {
        Path impatient = Files.writeString(
                folder.resolve("impatient.properties"), "default.api.timeout.ms=500\nrequest.timeout.ms=400\n");
        define(
                "PATIENT",
                Files.writeString(
                        folder.resolve("patient.properties"),
                        "default.api.timeout.ms=300000\nrequest.timeout.ms=120000\n"));
        String cluster = pipeline.client().getProperty("bootstrap.servers");
        define("MISSING", folder.resolve("missing"));
        define("PAGE", Files.writeString(folder.resolve("page.txt"), "Pier to be painted\n\n" + TEXT));
        define("PICTURE", Files.write(folder.resolve("picture.png"), PICTURE));
        define("LIST", Files.writeString(folder.resolve("list.txt"), "https://a.example/story\n"));
        define("EMPTY_FILE", Files.createFile(folder.resolve("nothing.txt")));
        define("EMPTY", Files.createDirectory(folder.resolve("empty")));
        define("FULL", folder.resolve("small"));
        define("DENIED", Path.of("/proc/newsfold"));
        define("DATA", folder.resolve("data"));
        define("OUT", folder.resolve("files"));
        define("SEEDS", Path.of("..", "seeds", "feed"));
        words.put("TAKEN", List.of(Integer.toString(taken.getLocalPort())));
        words.put("SITE", List.of(site.host()));
        words.put("GONE", List.of(NOBODY));
        words.put("TARGET", List.of(cluster));
        words.put("CLUSTER", List.of("--bootstrap-servers", cluster));
        words.put("GUEST", secured.options("guest"));
        words.put("SHORT", List.of("--to-config", impatient.toString()));
        words.put("NOBODY", List.of("--bootstrap-servers", NOBODY, "--kafka-config", impatient.toString()));
    }

    private void define(String word, Path path) {
        words.put(word, List.of(path.toString()));
    }

    /** Whether there is a full disk. */
    public boolean hasFullDisk() {
        return full.isPresent();
    }

    /** Where commands of a process of their own write their output. */
    Path log() {
        return own().resolve("log");
    }

    /** Begins a new command line, with a folder of its own. */
    void next() throws IOException {
        count++;
        words.put("OWN", List.of(Files.createDirectory(own()).toString()));
    }

    private Path own() {
        return folder.resolve("own-" + count);
    }

    /** What a word of a command line stands for: itself, unless it is one of ours. */
    List<String> arguments(String word) {
        if (words.containsKey(word)) {
            return words.getOrDefault(word, List.of());
        }
        String replaced = word;
        for (String known : List.of("MISSING", "FULL", "SITE", "OWN")) {
            replaced = replaced.replace(
                    known, words.getOrDefault(known, List.of(known)).get(0));
        }
        return List.of(replaced);
    }

    /** The sentence with words for paths, ports and addresses: the same on every machine. */
    String described(String sentence) {
        List<Map.Entry<String, String>> values = new ArrayList<>();
        words.forEach((word, arguments) -> {
            if (arguments.size() == 1 && !arguments.get(0).equals(NOBODY)) {
                values.add(Map.entry(arguments.get(0), word));
            }
        });
        values.add(Map.entry(secured.address(), "GUEST"));
        values.sort(Comparator.comparing(
                        (Map.Entry<String, String> value) -> -value.getKey().length())
                .thenComparing(Map.Entry::getValue));
        String described = sentence;
        for (Map.Entry<String, String> value : values) {
            described = described.replace(value.getKey(), value.getValue());
        }
        return DENIAL.matcher(described.replace(folder.toString(), "FOLDER")).replaceAll("(the system's reason)");
    }

    @Override
    public void close() throws IOException {
        try {
            full.ifPresent(SmallDisk::close);
        } finally {
            taken.close();
            site.close();
            secured.close();
            pipeline.close();
        }
    }
}
