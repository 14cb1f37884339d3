import { render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { connect } from '$lib/api/client';
import { MemoryTransport } from '$lib/api/transport.memory';
import { similarSteps } from '../../testing/found';
import SimilarSteps from './SimilarSteps.svelte';

const hrefOf = ({ id }: { id: string }) => `#/${id}`;

describe('earlier steps like the one being written', () => {
  it('stand there with what was expected, what came and what was learned', async () => {
    const transport = new MemoryTransport().answer('similar_steps', () => ({
      steps: similarSteps,
      indexing: false,
    }));
    connect(transport);
    render(SimilarSteps, { text: 'Send the figures', exceptId: 'exp_1', hrefOf });
    const link = await screen.findByRole('link', { name: 'Open step 3 of Checkout Reliability' });
    expect(link.getAttribute('href')).toBe('#/exp_99');
    expect(screen.getByText('expected 2, came 4 calls, gap +2')).toBeTruthy();
    expect(screen.getByText(/Nobody opens an e-mail before ten/)).toBeTruthy();
    expect(transport.calls).toEqual([
      { name: 'similar_steps', params: { text: 'Send the figures', exceptId: 'exp_1' } },
    ]);
  });

  it('take no room where there are none, or they cannot be asked for', async () => {
    const transport = new MemoryTransport();
    connect(transport);
    const { container } = render(SimilarSteps, { text: 'Paint', exceptId: null, hrefOf });
    await waitFor(() => expect(transport.calls).toHaveLength(1));
    expect(container.textContent).toBe('');
  });
});
