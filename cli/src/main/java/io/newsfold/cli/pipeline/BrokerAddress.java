package io.newsfold.cli.pipeline;

import io.newsfold.kafka.BrokerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which an embedded broker leaves its address for other processes while it runs. */
public final class BrokerAddress {
    private static final String FILE = "kafka.bootstrap";

    private BrokerAddress() {}

    /**
     * The address, as HOST:PORT, of the broker that runs on the data of {@code folder}; empty where none runs. A killed
     * broker leaves its address behind.
     *
     * @throws BrokerException where the file cannot be read
     */
    public static Optional<String> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new BrokerException("cannot read " + file, e);
        }
    }

    static void write(Path folder, String address) throws IOException {
        Files.writeString(folder.resolve(FILE), address);
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
