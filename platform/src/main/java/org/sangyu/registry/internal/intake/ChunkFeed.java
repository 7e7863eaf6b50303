package org.sangyu.registry.internal.intake;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Hands chunks from the thread that reads and protects to the thread that works with the database, two ahead at most.
 *
 * <p>Closing it stops the reading at its next chunk.
 */
final class ChunkFeed implements AutoCloseable {

    private static final int AHEAD = 2;

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reading;
    private volatile boolean closed;

    private sealed interface Item {
        record Next(Chunk chunk) implements Item {}

        record End() implements Item {}

        record Failure(Throwable cause) implements Item {}
    }

    /** Reads a file. */
    interface Reading {
        /** Reads to the end, giving chunks to the taker. */
        void read(Chunks.Taker taker) throws Exception;
    }

    ChunkFeed(Reading reading) {
        this.reading = Thread.ofPlatform().name("import-reader").start(() -> read(reading));
    }

    /**
     * The next chunk, or null at the end.
     *
     * @throws Exception whatever ended the reading before its end
     */
    @Nullable
    Chunk next() throws Exception {
        return switch (items.take()) {
            case Item.Next(Chunk chunk) -> chunk;
            case Item.End end -> null;
            case Item.Failure(Throwable cause) -> {
                if (cause instanceof Exception e) {
                    throw e;
                }
                throw new IllegalStateException(cause);
            }
        };
    }

    private void read(Reading reading) {
        try {
            reading.read(chunk -> put(new Item.Next(chunk)));
            put(new Item.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            put(new Item.Failure(e));
        }
    }

    private boolean put(Item item) {
        try {
            if (!closed) {
                items.put(item);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        reading.interrupt();
        items.clear();
    }
}
