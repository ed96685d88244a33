package io.newsfold.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the brokers once a second whether they are there, in a thread of its own: the clients that read and write wait
 * in silence while they are not. The caller closes it.
 */
public final class BrokerWatch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 3_000;

    private final Admin admin;
    private final String address;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "broker-watch");
    private volatile @Nullable String trouble;

    /** @param client properties for a connection; anything that a Kafka client takes */
    public BrokerWatch(Properties client) {
        address = client.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "(no address)");
        admin = Admin.create(ClientSettings.admin(client));
        thread.setDaemon(true);
        thread.start();
    }

    /** The sentence that no broker answers; empty while one does, and before the first answer. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        try {
            do {
                trouble = ask();
            } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String ask() throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                    .nodes()
                    .get();
            return null;
        } catch (ExecutionException e) {
            String sentence = "no Kafka broker answers at " + address;
            Throwable cause = e.getCause();
            return cause == null || cause instanceof TimeoutException ? sentence : sentence + ": " + cause.getMessage();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        admin.close(Duration.ZERO);
    }
}
