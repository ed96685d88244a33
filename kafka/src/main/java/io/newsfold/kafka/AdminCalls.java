package io.newsfold.kafka;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for the answers of an admin client, and turns its failures into sentences for people. */
final class AdminCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final String address;

    AdminCalls(Properties client) {
        address = client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "(no address)");
        try {
            admin = Admin.create(ClientSettings.admin(client));
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    /** A client is refused for wrong properties: those that people get wrong most are the addresses. */
    private RuntimeException refused(KafkaException e) {
        String message = rootMessage(e);
        if (message.startsWith("Invalid url in")) {
            return new IllegalArgumentException("a broker is named as HOST:PORT, not " + address, e);
        }
        if (message.startsWith("No resolvable")) {
            return new BrokerException("the network does not know the host of " + address, e);
        }
        return new BrokerException("no client for " + address + " can be made: " + message, e);
    }

    Admin admin() {
        return admin;
    }

    /** @throws BrokerException where the broker does not answer, or refuses */
    <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw translated(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** As {@link #get}, but repeats the call for half a minute while the broker is not ready. */
    <T> T retrying(Supplier<KafkaFuture<T>> call) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
                    throw translated(e);
                }
                LockSupport.parkNanos(RETRY_PAUSE.toNanos());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** The exception for callers. Those for missing permissions stay as they are: they have their own exit code. */
    RuntimeException translated(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof TimeoutException) {
            return new BrokerException(
                    isReachable()
                            ? "something listens at " + address
                                    + ", but no Kafka broker answers in time: it is busy, or no broker"
                            : "no Kafka broker answers at " + address,
                    e);
        }
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            return (RuntimeException) cause;
        }
        return new BrokerException("the broker at " + address + " refused: " + rootMessage(e), e);
    }

    /** Whether anything listens at one of the addresses: a broker at its limits, or something that is no broker. */
    private boolean isReachable() {
        return Arrays.stream(address.split(",")).anyMatch(AdminCalls::isReachable);
    }

    private static boolean isReachable(String server) {
        int colon = server.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(server.substring(colon + 1).strip());
            socket.connect(new InetSocketAddress(server.substring(0, colon).strip(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private BrokerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BrokerException("interrupted while asking " + address, e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
