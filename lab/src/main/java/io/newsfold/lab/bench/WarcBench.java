package io.newsfold.lab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.ingest.source.FileFeed;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * {@code newsfold bench warc [MiB]}: measures the reading of a WARC file of made-up pages, a gzip member each as in
 * CC-NEWS. Started by hand.
 */
final class WarcBench {
    private WarcBench() {}

    public static void main(String[] arguments) throws IOException {
        long bytes = (arguments.length == 0 ? 1_024 : Long.parseLong(arguments[0])) << 20;
        Path file = Files.createTempFile("newsfold-bench", ".warc.gz");
        try {
            int pages = write(file, bytes);
            System.out.printf(Locale.ROOT, "%,d pages in %,d bytes%n", pages, Files.size(file));
            int[] seen = {0};
            long[] body = {0};
            long start = System.nanoTime();
            long[] last = {start};
            int part = Math.max(1, pages / 10);
            new FileFeed(List.of(file), System.out::println).read(delivery -> {
                seen[0]++;
                byte[] got = delivery.body();
                body[0] += got == null ? 0 : got.length;
                if (seen[0] % part == 0) {
                    long now = System.nanoTime();
                    System.out.printf(
                            Locale.ROOT,
                            "%,9d pages, %,6.0f a second, heap after a collection %d MB%n",
                            seen[0],
                            part / ((now - last[0]) / 1e9),
                            heap());
                    last[0] = System.nanoTime();
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "%,d of %,d pages, %,d bytes unpacked, in %.0f s%n",
                    seen[0],
                    pages,
                    body[0],
                    (System.nanoTime() - start) / 1e9);
        } finally {
            Files.delete(file);
        }
    }

    private static int write(Path file, long bytes) throws IOException {
        Random random = new Random(5);
        long written = 0;
        int pages = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            while (written < bytes) {
                byte[] record = packed(record(pages, random));
                out.write(record);
                written += record.length;
                pages++;
            }
        }
        return pages;
    }

    private static String record(int number, Random random) {
        StringBuilder page = new StringBuilder("<html><head><title>Page " + number + "</title></head><body>");
        for (int i = 0; i < 200 + random.nextInt(600); i++) {
            page.append(i % 12 == 0 ? "<p>" : " ")
                    .append(Long.toString(random.nextLong() >>> 30, 36))
                    .append(" and the");
        }
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page + "</body></html>";
        return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                + String.format("%012d", number)
                + ">\r\nWARC-Date: 2026-01-05T08:00:00Z\r\nWARC-Target-URI: https://paper.example/" + number
                + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
                + http.getBytes(UTF_8).length + "\r\n\r\n" + http + "\r\n\r\n";
    }

    private static byte[] packed(String record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(record.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Heap in use after a garbage collection, in MiB. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
