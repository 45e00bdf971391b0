import '@backstage/ui/css/styles.css';
import { createRoot } from 'react-dom/client';
import { app } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root');
createRoot(root).render(app.createRoot());
