package org.onrecord.harvest;

import java.util.concurrent.Callable;

/** Work that yields one item, at its own time. */
interface Task extends Callable<Harvested> {
    @Override
    Harvested call() throws InterruptedException;
}
