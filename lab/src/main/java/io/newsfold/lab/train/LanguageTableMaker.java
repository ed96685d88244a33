package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code newsfold bench make-languages ELD WORDS}: makes the tables that tell languages apart. The n-grams are those of
 * the package {@code eld} of npm (Efficient Language Detector, Apache-2.0), unpacked in the folder ELD; the most frequent
 * words those of the lists of wordfreq (CC BY-SA 4.0) in the folder WORDS, {@code CODE.tsv.gz}.
 */
public final class LanguageTableMaker {
    /** Byte 0x27 and what follows: the package writes every byte as a character of its own. */
    private static final Pattern CHARACTER = Pattern.compile("'(\\\\?.)'");

    private static final Pattern NGRAM =
            Pattern.compile("(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^,{}:'\"]+)):\\{([^}]*)\\}");
    private static final Pattern LANGUAGE = Pattern.compile("(\\d+):'(\\w+)'");

    private static final Pattern JAT = Pattern.compile("([bcdfgklmnprstvzčšž])i?je");
    private static final int WORDS = 150;
    private static final String HEADER =
            "# Made by LanguageTableMaker from wordfreq (CC BY-SA 4.0): words by BCP 47 code\n";
    /** By the name of a list, the languages that it stands for; none where the script alone tells the language. */
    private static final Map<String, List<String>> WRITTEN_FORMS = Map.of(
            "sh", List.of("bs", "hr", "sr-Latn"),
            "hr", List.of(),
            "sr", List.of(),
            "zh", List.of(),
            "ja", List.of(),
            "ko", List.of(),
            "he", List.of(),
            "el", List.of());

    /** @param languages scores by the index of the language */
    private record Ngram(long bytes, Map<Integer, Integer> languages) {}

    private LanguageTableMaker() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[2]);
        writeNgrams(Path.of(arguments[0], "src"), target.resolve("ngrams.gz"));
        writeFrequent(Path.of(arguments[1]), target.resolve("frequent.tsv"));
        writeMarks(Path.of(arguments[1], "sh.tsv.gz"), target.resolve("marks.tsv"));
    }

    private static void writeFrequent(Path lists, Path target) throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        try (Stream<Path> files = Files.list(lists)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv.gz")).sorted().toList()) {
                String code = String.valueOf(file.getFileName()).replace(".tsv.gz", "");
                for (String written : WRITTEN_FORMS.getOrDefault(code, List.of(code))) {
                    table.append(written)
                            .append('\t')
                            .append(mostFrequent(file))
                            .append('\n');
                }
            }
        }
        Files.writeString(target, table, UTF_8);
    }

    /** What Croatian and Bosnian write with (i)je, and Serbian with e: vrijeme, vreme; mjesto, mesto. */
    private static void writeMarks(Path serboCroatian, Path target) throws IOException {
        List<String> words =
                words(serboCroatian).filter(word -> word.length() > 3).toList();
        Set<String> all = new HashSet<>(words);
        StringJoiner ijekavian = new StringJoiner(" ");
        StringJoiner ekavian = new StringJoiner(" ");
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            String other = JAT.matcher(word).replaceAll("$1e");
            if (!other.equals(word) && all.contains(other)) {
                ijekavian.add(word);
                if (seen.add(other)) {
                    ekavian.add(other);
                }
            }
        }
        Files.writeString(
                target, HEADER + "hr\t" + ijekavian + "\nbs\t" + ijekavian + "\nsr-Latn\t" + ekavian + "\n", UTF_8);
    }

    private static String mostFrequent(Path list) throws IOException {
        return words(list).limit(WORDS).collect(Collectors.joining(" "));
    }

    private static Stream<String> words(Path list) throws IOException {
        try (var in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(list)), UTF_8))) {
            return in
                    .lines()
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                    .toList()
                    .stream();
        }
    }

    private static void writeNgrams(Path source, Path target) throws IOException {
        Map<Character, Integer> bytes = bytes(Files.readString(source.resolve("dictionary.js"), UTF_8));
        String data = Files.readString(source.resolve("ngrams/small.js"), UTF_8);
        int begin = data.indexOf("ngrams:{");
        Map<Integer, String> codes = new TreeMap<>(); // Malay stands for Indonesian there, which is far more frequent
        LANGUAGE.matcher(data.substring(data.indexOf("languages:{"), begin))
                .results()
                .forEach(m -> codes.put(Integer.parseInt(m.group(1)), m.group(2).equals("ms") ? "id" : m.group(2)));
        Map<Long, Ngram> ngrams = new TreeMap<>(Long::compareUnsigned);
        Matcher matcher = NGRAM.matcher(data.substring(begin + "ngrams:{".length()));
        while (matcher.find()) {
            Ngram ngram = ngram(matcher, bytes);
            ngrams.put(ngram.bytes(), ngram);
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(plain);
        out.writeUTF(String.join(" ", codes.values()));
        out.writeInt(ngrams.size());
        for (Ngram ngram : ngrams.values()) {
            out.writeLong(ngram.bytes());
            out.writeByte(ngram.languages().size());
            for (Map.Entry<Integer, Integer> language : ngram.languages().entrySet()) {
                out.writeByte(language.getKey());
                out.writeByte(language.getValue());
            }
        }
        try (var gzip = new SmallestGzip(Files.newOutputStream(target))) {
            plain.writeTo(gzip);
        }
        System.err.printf(
                "%s: %d languages, %,d n-grams, %,d bytes%n", target, codes.size(), ngrams.size(), Files.size(target));
    }

    private static Map<Character, Integer> bytes(String dictionary) {
        Map<Character, Integer> bytes = new HashMap<>();
        Matcher character = CHARACTER.matcher(dictionary.substring(dictionary.indexOf('[')));
        for (int value = 0; character.find(); value++) {
            String one = character.group(1);
            char last = one.charAt(one.length() - 1);
            if (last != ' ') {
                bytes.put(last, value);
            }
        }
        return bytes;
    }

    private static Ngram ngram(Matcher matcher, Map<Character, Integer> bytes) {
        String key = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        String text = (key == null ? matcher.group(3) : key).replaceAll("\\\\(.)", "$1");
        long packed = 0;
        for (int i = 0; i < text.length(); i++) {
            packed = packed << Byte.SIZE | bytes.getOrDefault(text.charAt(i), (int) ' ');
        }
        Map<Integer, Integer> languages = Pattern.compile("(\\d+):(\\d+)")
                .matcher(matcher.group(4))
                .results()
                .collect(Collectors.toMap(
                        m -> Integer.parseInt(m.group(1)),
                        m -> Integer.parseInt(m.group(2)),
                        (one, same) -> one,
                        TreeMap::new));
        return new Ngram(packed, languages);
    }
}
