/** The most items of one batch. */
export const batchItemsMax = 100;
/** The most bytes of one batch: five kilobytes for each item, which is more than any has in practice. */
export const batchBytesMax = 524_288;
